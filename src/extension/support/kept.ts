import { Emitter, type Disposable } from './emitter';

/** A value that is read when somebody wants it, kept until it is out of date, and read once for all who ask meanwhile. */
export class Kept<T> implements Disposable {
  private readonly outdated = new Emitter<void>();
  /** Fires when what was read may be another value by now. */
  readonly onDidExpire = this.outdated.event;
  private value: T | undefined;
  private reading: Promise<T> | undefined;
  /** Counts how often the value went out of date; a reading belongs to the time it began in. */
  private time = 0;
  private timeOfValue = -1;

  constructor(private readonly read: () => Promise<T>) {}

  /** What was read last, in date or not. */
  get last(): T | undefined {
    return this.value;
  }

  /** The value as it is now. @throws what reading throws; the next call tries again */
  get(): Promise<T> {
    if (this.value !== undefined && this.timeOfValue === this.time) return Promise.resolve(this.value);
    return (this.reading ??= this.readAt(this.time));
  }

  /** The value is out of date. */
  expire(): void {
    this.time += 1;
    this.reading = undefined;
    this.outdated.fire();
  }

  /** The value is out of date and not even worth showing until it is read again. */
  forget(): void {
    this.value = undefined;
    this.timeOfValue = this.time + 1;
    this.expire();
  }

  dispose(): void {
    this.outdated.dispose();
  }

  private async readAt(time: number): Promise<T> {
    try {
      const value = await this.read();
      if (time >= this.timeOfValue) {
        this.value = value;
        this.timeOfValue = time;
      }
      return value;
    } finally {
      if (time === this.time) this.reading = undefined;
    }
  }
}
