/** Jest says `test`; what people get is built for `production`. */
export const building = { ...process.env, NODE_ENV: 'production' };
