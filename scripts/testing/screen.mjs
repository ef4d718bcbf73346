// Tests open windows on a virtual screen of their own: the same size everywhere, and nothing pops up on the
// screen of the person who runs them. Windows and macOS have no such thing and use the real one.

/** @param {string[]} command @returns {string[]} the command, under Xvfb on Linux */
export function onVirtualScreen(command) {
  if (process.platform !== 'linux') return command;
  return ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24', ...command];
}
