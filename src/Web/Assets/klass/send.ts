// Sends an answer once. The server knows the form's key and gives the same receipt however often the answer comes, so a reply that was lost
// is asked for again; a lock lets one tab at a time send, and the one that comes after finds nothing left to send.
import { find, forget, keep, type Kept } from './store';

export type Outcome =
  | { what: 'sent'; receipt: string; at: string }
  | { what: 'gone' }
  | { what: 'wait' }
  | { what: 'mend'; question: string }
  | { what: 'never'; why: string };

const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request('klass-skicka', work) as Promise<T>) : work();

export function send(key: string): Promise<Outcome> {
  return alone(async () => {
    const kept = await find(key);
    return kept?.sheet === undefined ? { what: 'gone' } : post(kept);
  });
}

async function post(kept: Kept): Promise<Outcome> {
  let reply: Response;
  let told: { kvitto?: string; nar?: string; fel?: string; fraga?: string };
  try {
    reply = await fetch(kept.to, {
      method: 'POST', headers: { 'content-type': 'application/json' }, credentials: 'omit', cache: 'no-store',
      body: JSON.stringify({ biljett: kept.ticket, svar: kept.sheet }),
    });
    told = reply.ok || reply.status === 409 || reply.status === 422 ? await reply.json() : {};
  } catch {
    return { what: 'wait' };
  }
  switch (reply.status) {
    case 200:
      await forget(kept.key);
      return { what: 'sent', receipt: told.kvitto ?? '', at: told.nar ?? '' };
    case 409:
      await forget(kept.key);
      return { what: 'never', why: told.fel ?? '' };
    case 422: {
      const { sheet: _, ...open } = kept;
      await keep(open);
      return { what: 'mend', question: told.fraga ?? '' };
    }
    default:
      return { what: 'wait' };
  }
}
