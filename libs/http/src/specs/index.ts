export * from './app.ts';
export * from './raw-http.ts';
export * from './tokens.ts';
