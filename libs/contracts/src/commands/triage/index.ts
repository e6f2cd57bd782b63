export * from './accept-petition.ts';
export * from './add-petition-note.ts';
export * from './answer-decision.ts';
export * from './call-denunciation.ts';
export * from './classify-petition.ts';
export * from './correct-respondents.ts';
export * from './settle-petition.ts';
