// What the device keeps until the answer has been sent, and nothing after. Where nothing can be kept (a private window) it lives as long as
// the page.
import type { Answers } from './rules';

export interface Kept {
  /** The form's key: one for each pass, the same in every tab. */
  key: string;
  ticket: string;
  /** Where it goes. */
  to: string;
  answers: Answers;
  /** The question that is shown. */
  place: number;
  /** As it is sent, when the pupil has pressed send. */
  sheet?: string;
}

const NAME = 'klass';
const TABLE = 'svar';
const memory = new Map<string, Kept>();

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'key' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function run<T>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await open();
  try {
    return await new Promise<T>((done, failed) => {
      const transaction = base.transaction(TABLE, mode);
      const request = work(transaction.objectStore(TABLE));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = transaction.onerror = () => failed(transaction.error);
    });
  } finally {
    base.close();
  }
}

export async function find(key: string): Promise<Kept | undefined> {
  return run('readonly', (table) => table.get(key) as IDBRequest<Kept | undefined>).catch(() => memory.get(key));
}

export async function all(): Promise<Kept[]> {
  return run('readonly', (table) => table.getAll() as IDBRequest<Kept[]>).catch(() => [...memory.values()]);
}

/** One change at a time, as they were asked for: what is forgotten must not come back by a change that was late. */
let changes: Promise<unknown> = Promise.resolve();
function inOrder(change: () => Promise<unknown>): Promise<void> {
  changes = changes.then(change);
  return changes.then(() => undefined);
}

export function keep(kept: Kept): Promise<void> {
  const copy = structuredClone(kept);
  return inOrder(() => run('readwrite', (table) => table.put(copy)).catch(() => memory.set(copy.key, copy)));
}

/** Takes away the answer and, when none is left, the page that was kept for it. */
export async function forget(key: string): Promise<void> {
  await inOrder(() => {
    memory.delete(key);
    return run('readwrite', (table) => table.delete(key)).catch(() => undefined);
  });
  if ((await all()).length > 0) return;
  await globalThis.caches?.delete(NAME).catch(() => false);
}

/** Keeps this page with all that it shows, for when there is no network. False where that cannot be done. */
export async function keepPage(worker: string, scope: string): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !globalThis.caches) return false;
  try {
    await navigator.serviceWorker.register(worker, { scope });
    await navigator.serviceWorker.ready;
    const parts = [...document.querySelectorAll('template')].flatMap((t) => [...t.content.querySelectorAll('img')].map((i) => i.src));
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
    const cache = await caches.open(NAME);
    await cache.addAll([...new Set([location.href, ...parts, ...loaded.filter((url) => /\/(dist|img)\//.test(url) && url.startsWith(location.origin))])]);
    return true;
  } catch {
    return false;
  }
}
