import * as door from './door.js';
import { el, patch } from './html.js';
import * as view from './view.js';

const REDRAW_MILLIS = 300;
const EVENTS_SHOWN = 60;
const byId = id => document.getElementById(id);
const actor = byId('actor');

let drawing = null;
let again = false;

actor.value = door.remembered();
actor.addEventListener('change', () => { actor.classList.remove('missing'); door.remember(actor.value.trim()); });

function say(text, bad = false) {
  const line = el('p', { class: bad ? 'bad' : null }, text);
  byId('said').append(line);
  setTimeout(() => line.remove(), bad ? 12000 : 5000);
}

async function draw() {
  try {
    const plans = await door.plans();
    const next = el('main', { id: 'plans', tabindex: '-1' },
      plans.length ? plans.map(plan => view.plan(plan, act)) : el('p', { class: 'empty' }, 'No plan yet. ', el('code', {}, 'silverback run plan.yaml'), ' starts one.'));
    patch(byId('plans'), next);
  } catch (fault) {
    link(fault.message, false);
  }
}

// One redraw at a time, at most one waiting, however many events come.
function redraw() {
  if (drawing) { again = true; return; }
  drawing = setTimeout(async () => {
    await draw();
    drawing = null;
    if (again) { again = false; redraw(); }
  }, REDRAW_MILLIS);
}

function link(text, live) {
  byId('link').textContent = text;
  byId('link').classList.toggle('live', live);
}

function follow() {
  const source = new EventSource('api/stream');
  source.addEventListener('open', () => { link('live', true); redraw(); });
  source.addEventListener('error', () => {
    link('not connected, trying again', false);
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
  });
  source.addEventListener('fact', message => { log(JSON.parse(message.data)); redraw(); });
  source.addEventListener('measurement', message => {
    if (JSON.parse(message.data).topic === 'migration-progress') redraw();
  });
}

function log(event) {
  const list = byId('events');
  list.prepend(view.event(event));
  while (list.children.length > EVENTS_SHOWN) list.lastChild.remove();
}

function whoAmI() {
  const name = actor.value.trim();
  if (name && actor.checkValidity()) return name;
  actor.classList.add('missing');
  actor.focus();
  say('Say who you are first: your actor id goes with the decision.', true);
  return null;
}

function ask(title, text, yes, css, needsReason) {
  const dialog = byId('ask');
  byId('ask-title').textContent = title;
  byId('ask-text').textContent = text;
  byId('ask-why').value = '';
  byId('ask-why').required = needsReason;
  byId('ask-yes').textContent = yes;
  byId('ask-yes').className = css;
  dialog.returnValue = 'no';
  dialog.showModal();
  byId('ask-why').focus();
  return new Promise(answer => dialog.addEventListener('close',
    () => answer(dialog.returnValue === 'yes' ? { why: byId('ask-why').value.trim() || null } : null), { once: true }));
}

async function order(path, body, done) {
  const name = whoAmI();
  if (!name) return;
  try {
    await door.post(path, body, name);
    say(done);
    redraw();
  } catch (fault) {
    say(fault.message, true);
  }
}

const act = {
  async decide(plan, gate, decision) {
    if (!whoAmI()) return;
    const answer = await ask(`${decision === 'go' ? 'Go' : 'No-go'}: ${gate.gate} of ${plan.name}`,
      'The decision is published with your actor id and the hash of the evidence you see. It cannot be taken back.',
      decision === 'go' ? 'Go' : 'No-go', decision === 'go' ? 'go' : 'back', false);
    if (!answer) return;
    const target = gate.gate === 'execution' ? plan.id : gate.subjectId;
    await order('api/gates/decisions',
      { target, gate: gate.gate, step: gate.step, decision, why: answer.why, evidenceHash: gate.evidenceHash },
      `${decision} at ${gate.gate} of ${plan.name}`);
  },
  async rollback(plan, cutover) {
    if (!whoAmI()) return;
    const answer = await ask(`Roll back ${cutover.name}?`,
      `All of its clients go back to blue at once: ${cutover.migrations.map(m => m.workspace).join(', ')}.`, 'Roll back', 'back', true);
    if (!answer) return;
    await order('api/rollbacks', { target: cutover.id, reason: answer.why ?? 'asked for on the page', drill: false },
      `Rollback of ${cutover.name} asked for`);
  },
  async command(plan, cutover, verb) {
    await order('api/commands', { verb, target: cutover.id, arguments: {}, why: null }, `${verb} asked of ${cutover.name}`);
  },
};

async function start() {
  try {
    const answer = await fetch(`api/events?after=-${EVENTS_SHOWN}`);
    if (answer.ok) (await answer.json()).events.forEach(log);
  } catch { /* the stream says whether the console is there */ }
  await draw();
  follow();
}

start();
