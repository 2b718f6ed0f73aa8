/** Content security policy for data and messages: nothing may run, load or be framed. */
export const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";
