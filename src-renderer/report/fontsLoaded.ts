/** Both alphabets and both weights of the paper's family: a sheet is measured once, in its own letters. */
export const fontsLoaded = async (): Promise<void> => {
  // Test environments without a layout have no fonts either.
  if (!('fonts' in document)) return;
  await Promise.all(
    ['400', '600'].flatMap((weight) =>
      ['a', 'ł'].map((letter) => document.fonts.load(`${weight} 12px Figtree`, letter)),
    ),
  );
};
