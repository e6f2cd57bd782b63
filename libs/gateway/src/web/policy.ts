/**
 * The console's pages. Scripts are our own files only. Mantine writes `style` attributes and one
 * `<style>` element at run time, so styles may be inline; that `<style>` is set by `innerHTML`,
 * which is also why `require-trusted-types-for 'script'` cannot be on.
 */
export const PAGE_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');
