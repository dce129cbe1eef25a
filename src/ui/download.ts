/** Hands a text, one in pieces, or bytes, to the person as a file. */
export function download(name: string, content: string | Uint8Array | Iterable<string>, type: string): void {
  // A piece that is a Blob of its own is out of the page's memory before the next one is made.
  const parts: BlobPart[] =
    typeof content === 'string' || content instanceof Uint8Array
      ? [content as BlobPart]
      : Array.from(content, (piece) => new Blob([piece]));
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has its own hold on it once the download has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
