/** The page's colours by their names, as the element's style gives them now. */
export function readColours(element: Element): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}
