/** Never a page. */
const OWN = /^\/(api|auth|oidc|health|test|assets)(\/|\?|$)/;

/** @param url of the request line */
export const isPagePath = (url: string): boolean => !OWN.test(url);

export const isEnglish = (url: string): boolean => /^\/en(\/|\?|$)/.test(url);
