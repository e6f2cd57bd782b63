export { RESPONSE_PROBLEMS } from './problems.ts';
export { ResponseModule } from './response.module.ts';
export { responseService } from './response.service.ts';
