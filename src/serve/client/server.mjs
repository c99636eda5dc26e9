// What a page asks the server for.

export const BASE = new URL(".", import.meta.url);

const PATIENCE = 30_000; // ms, for an answer

/** The server's answer with its text, or null if it is away. */
const request = (url, headers = {}) => fetch(url, { headers, cache: "no-store", signal: AbortSignal.timeout(PATIENCE) })
  .then(async (response) => ({ response, text: await response.text() })).catch(() => null);

/** This page, as it is now. */
export const requestPage = (headers) => request(location.pathname + location.search, headers);

/** What an endpoint says about this page, or null. */
export async function ask(endpoint) {
  const answer = await request(new URL(`${endpoint}?path=${encodeURIComponent(location.pathname)}`, BASE));
  return answer?.response.ok ? JSON.parse(answer.text) : null;
}
