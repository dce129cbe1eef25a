/**
 * Holds what is dropped on the page before there is anything to take it: the browser would open it in the page's place.
 * @returns takes it up again, as if it were dropped then, and holds no more. Of a folder that was dropped so early only
 * its name is left, which is then told as what cannot be read.
 */
export function holdDrops(): () => void {
  const held: File[] = [];
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    held.push(...event.dataTransfer.files);
  };
  window.addEventListener('dragover', over);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('drop', drop);
    if (held.length === 0) return;
    const dataTransfer = new DataTransfer();
    for (const file of held) dataTransfer.items.add(file);
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  };
}
