export { investigation } from './investigation.module.ts';
export { investigationService } from './investigation.service.ts';
