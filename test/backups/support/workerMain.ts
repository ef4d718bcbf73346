// Puts on `process` what Electron puts there in a utility process, then runs the worker itself.
Object.assign(process, {
  parentPort: {
    postMessage: (message: object) => process.send?.(message),
    on: (_event: 'message', listener: (event: { data: unknown }) => void) =>
      process.on('message', (data) => listener({ data })),
  },
});
await import('../../../src-main/worker/worker.ts');

export {};
