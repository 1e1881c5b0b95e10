/** What an evasion is called, and the bytes of a file in which it hides a call of `os.system('id')`. */
export type Evasion = readonly [what: string, content: Uint8Array];
