declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: this is how Vite gives the classes of a CSS module.
  export default classes;
}
declare module '*.css';
declare module '@fontsource-variable/*';
/** Made by the build (packages/web/build/words.ts): where the compiled sentences lie, by "en/everybody" and the like. */
declare module 'virtual:words' {
  export const WORDS: Readonly<Record<string, string>>;
}
