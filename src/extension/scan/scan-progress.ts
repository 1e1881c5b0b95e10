export interface ScanProgress {
  readonly filesDone: number;
  readonly filesTotal: number;
}
