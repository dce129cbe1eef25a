/** The build of the parser that needs no Node, for which its package has no types of its own. */
declare module 'mammoth/mammoth.browser.js' {
  const mammoth: {
    convertToHtml(
      input: { readonly arrayBuffer: ArrayBuffer },
      options: { readonly styleMap: readonly string[]; readonly convertImage: unknown },
    ): Promise<{ readonly value: string }>;
    readonly images: { imgElement(source: () => Promise<{ src: string }>): unknown };
  };
  export default mammoth;
}

/** The half of the parser that reads files; the other half asks for it by itself. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
