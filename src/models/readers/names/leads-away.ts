/** Whether a path in a model file leads out of the folder that the model is in, or to another machine. */
export function leadsAway(path: string): boolean {
  return (
    /^(?:[\\/~]|[A-Za-z]:|\w[\w+.-]*:\/\/|file:|\$|%\w+%)/u.test(path) ||
    /(?:^|[\\/])\.\.(?:[\\/]|$)/u.test(path) ||
    path.includes('\0')
  );
}
