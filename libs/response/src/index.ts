export { response } from './response.module.ts';
export { responseService } from './response.service.ts';
