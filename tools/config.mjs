/** The one place where the tools read and set the environment. */
export const environment = process.env;
