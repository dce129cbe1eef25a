type Child = Node | string | null;
type Handler = (event: Event) => void;

/**
 * Makes an element. Attributes whose name begins with `on` are listeners; `true` is an empty attribute, `null` and
 * `false` none. There is no markup from strings anywhere, so that no text of a document can become any.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number | boolean | null | Handler>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== null && value !== false) element.setAttribute(key, String(value));
  }
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** Makes a box of the chart as large as this, px. Set by script one by one, which a strict policy allows. */
export function place(
  element: HTMLElement,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null,
): void {
  element.hidden = box === null;
  if (!box) return;
  const { style } = element;
  style.left = `${box.x}px`;
  style.top = `${box.y}px`;
  style.width = `${box.width}px`;
  style.height = `${box.height}px`;
}
