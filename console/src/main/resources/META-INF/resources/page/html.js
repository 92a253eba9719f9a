// Builds nodes, never markup: whatever text comes from events stays text.
const SVG = 'http://www.w3.org/2000/svg';

export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'onclick') node.addEventListener('click', value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

// Puts the shape of `next` onto `old` and keeps what has not changed: focus, scrolling and
// transitions survive a redraw.
export function patch(old, next) {
  if (old.nodeType !== next.nodeType || old.nodeName !== next.nodeName
      || old.nodeType === Node.ELEMENT_NODE && (old.dataset.key ?? '') !== (next.dataset.key ?? '')
      || old.nodeName === 'BUTTON') {
    if (!old.isEqualNode(next) || old.nodeName === 'BUTTON' && old !== document.activeElement) old.replaceWith(next);
    return;
  }
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const before = [...old.childNodes];
  const after = [...next.childNodes];
  after.forEach((child, i) => i < before.length ? patch(before[i], child) : old.append(child));
  before.slice(after.length).forEach(child => child.remove());
}

export const number = value => value === null || value === undefined ? '–' : Number(value).toLocaleString('en');
export const percent = (share, requests) => requests === 0 ? '–' : `${(share * 100).toFixed(share > 0 && share < 0.001 ? 2 : 1)} %`;
export const millis = value => value === null || value === undefined ? '–' : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const seconds = value => value === null || value === undefined ? '' : `${(value / 1000).toFixed(1)} s`;
export const clock = instant => new Date(instant).toLocaleTimeString('en-GB');
export const when = instant => new Date(instant).toLocaleString('en-GB');
