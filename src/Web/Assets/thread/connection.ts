import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { parsePart, type PostList } from './list';
import { byId, type ThreadPage } from './page';
import { say } from './say';

interface News { from: number; to: number; posts: { number: number; under: number | null; sequence: number; html: string }[] }
interface Counts { number: number; good: number; thoughtful: number }

const pollEvery = 30_000;
const refusals = 3;
const waits = [500, 2_000, 5_000, 10_000, 20_000, 30_000];

/** Hears of changes over the hub; fetches what it has missed; asks every 30 seconds where sockets are closed to it. */
export class Connection {
  private readonly hub: HubConnection;
  private paused = false;
  private stale = false;
  private failures = 0;
  private fetching = false;
  private fetchAgain = false;
  private timer = 0;
  private barTimer = 0;
  private wasAway = false;

  constructor(private readonly page: ThreadPage, private readonly list: PostList) {
    this.hub = new HubConnectionBuilder()
      .withUrl(page.list.dataset['hub'] ?? '/live/dialog', { transport: HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents })
      .configureLogging(LogLevel.None)
      .build();
    this.hub.serverTimeoutInMilliseconds = 75_000;
    this.hub.keepAliveIntervalInMilliseconds = 25_000;
    this.hub.on('Changed', (news: News) => this.changed(news));
    this.hub.on('Reacted', (counts: Counts[]) => counts.forEach((c) => list.setCounts(c.number, c.good, c.thoughtful)));
    this.hub.onclose(() => {
      if (!this.paused) this.lost();
    });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden && this.stale && !this.paused) void this.catchUp();
    });
    window.addEventListener('pageshow', (event) => {
      if (event.persisted && !this.paused) void this.catchUp();
    });
    window.addEventListener('online', () => {
      if (!this.paused) this.soon(0);
    });
    byId('paus')?.addEventListener('click', () => this.toggle());
  }

  start(): void {
    byId('live')!.hidden = false;
    const saving = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData;
    if (saving) this.toggle();
    else void this.open();
  }

  private async open(): Promise<void> {
    if (this.paused || this.hub.state !== 'Disconnected') return;
    try {
      await this.hub.start();
      const sequence = await this.hub.invoke<number | null>('Follow', this.page.threadId);
      if (sequence === null) {
        this.paused = true;
        await this.hub.stop();
        this.chip('live.off', false);
        return;
      }
      this.failures = 0;
      window.clearTimeout(this.barTimer);
      this.bar('');
      this.chip('live.on', true);
      if (sequence > this.list.seen) await this.catchUp();
      if (this.wasAway) say(() => this.page.text('live.back', this.list.words()).trim());
      this.wasAway = false;
    } catch {
      this.failures++;
      if (this.hub.state !== 'Disconnected') await this.hub.stop();
      if (this.failures < refusals) this.again();
      else await this.poll();
    }
  }

  private lost(): void {
    this.wasAway = true;
    window.clearTimeout(this.barTimer);
    this.barTimer = window.setTimeout(() => this.bar(this.page.text('live.reconnecting')), 5_000);
    this.again();
  }

  /** Spread out: a whole room that has lost its node does not come back in the same second. */
  private again(): void {
    const wait = waits[Math.min(this.failures, waits.length - 1)] ?? 30_000;
    this.soon(wait * (0.5 + Math.random()));
  }

  private soon(wait: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.open(), wait);
  }

  /** Sockets are closed to this browser: asks now and then, and tries a socket again each time. */
  private async poll(): Promise<void> {
    window.clearTimeout(this.barTimer);
    const worked = document.hidden || (await this.catchUp());
    this.chip(worked ? 'live.poll' : 'live.off', worked);
    this.bar(worked ? '' : this.page.text(navigator.onLine ? 'live.offText' : 'live.offline'));
    this.soon(pollEvery * (0.9 + Math.random() / 5));
  }

  private changed(news: News): void {
    if (news.to <= this.list.seen) return;
    if (document.hidden) {
      this.stale = true;
      return;
    }
    if (news.from > this.list.seen || this.fetching) {
      void this.catchUp();
      return;
    }
    this.list.seen = news.to;
    for (const post of news.posts) {
      const item = document.createElement('li');
      item.dataset['nr'] = String(post.number);
      item.dataset['under'] = String(post.under ?? '');
      item.dataset['sekvens'] = String(post.sequence);
      item.innerHTML = post.html;
      this.list.take(item);
    }
  }

  /** Fetches what has changed since the last number seen. */
  private async catchUp(): Promise<boolean> {
    if (this.fetching) {
      this.fetchAgain = true;
      return true;
    }
    this.fetching = true;
    try {
      let more = true;
      while (more) {
        this.fetchAgain = false;
        const response = await fetch(`${this.page.path}?efter=${this.list.seen}&del=lista`, { headers: { 'X-Del': 'lista' } });
        if (!response.ok) return false;
        const part = parsePart(await response.text());
        this.list.seen = Math.max(this.list.seen, part.sequence);
        part.items.forEach((item) => this.list.take(item));
        more = part.hasMore || this.fetchAgain;
      }
      this.stale = false;
      return true;
    } catch {
      return false;
    } finally {
      this.fetching = false;
    }
  }

  private toggle(): void {
    this.paused = !this.paused;
    byId('paus')!.textContent = this.page.text(this.paused ? 'live.resume' : 'live.pause');
    window.clearTimeout(this.timer);
    if (this.paused) {
      this.chip('live.off', false);
      void this.hub.stop();
    } else {
      this.failures = 0;
      void this.open();
    }
  }

  private chip(key: string, on: boolean): void {
    const chip = byId('lage')!;
    chip.textContent = this.page.text(key);
    chip.hidden = false;
    chip.classList.toggle('live', on);
    chip.classList.toggle('pagar', on);
  }

  private bar(text: string): void {
    const bar = byId('kontakt')!;
    bar.textContent = text;
    bar.hidden = text.length === 0;
  }
}
