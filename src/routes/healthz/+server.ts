/** The process is alive, whatever its database does. */
export const GET = () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
