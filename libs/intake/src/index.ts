export { intake } from './intake.module.ts';
export { intakeService } from './intake.service.ts';
// For those who make a log without the service.
export { petitionDecider } from './domain/petition.decider.ts';
export { receiptCodeDecider } from './domain/receipt-code.decider.ts';
