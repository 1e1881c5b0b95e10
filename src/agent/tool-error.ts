/** A question that cannot be answered as it was asked. The message is for the agent: it says what to ask instead. */
export class ToolError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ToolError';
  }
}
