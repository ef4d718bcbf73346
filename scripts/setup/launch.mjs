// How an Electron of our toolchain is started, in one place for the window, the tests and the benchmarks.

/**
 * @param {import('./setUp.mjs').Toolchain} toolchain
 * @returns {{ args: string[], env: NodeJS.ProcessEnv }} arguments before the application's path, and the environment
 */
export function launchOptions(toolchain) {
  const env = { ...process.env };
  // Set by some editors for themselves; it would make a plain Node of our window.
  delete env.ELECTRON_RUN_AS_NODE;
  if (toolchain.nativeBinding) env.REVINO_NATIVE_BINDING = toolchain.nativeBinding;
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { args, env };
}
