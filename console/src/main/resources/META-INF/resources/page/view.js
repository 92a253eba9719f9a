import { clock, el, millis, number, percent, seconds, svg, when } from './html.js';

const TONES = {
  good: ['completed', 'rehearsed', 'passed', 'go', 'healthy'],
  bad: ['failed', 'rolled-back', 'rolling-back', 'stuck', 'no-go', 'unhealthy'],
  wait: ['awaiting-execution', 'awaiting-go', 'holding', 'open', 'inconclusive'],
  still: ['requested', 'waiting', 'closed', 'undone', 'stopped'],
};

function state(word) {
  const tone = Object.keys(TONES).find(name => TONES[name].includes(word)) ?? 'going';
  return el('span', { class: `state ${tone}` }, word);
}

export function plan(plan, act) {
  return el('article', { class: 'plan', 'data-key': plan.id, 'aria-labelledby': `plan-${plan.id}` },
    el('header', {},
      el('h2', { id: `plan-${plan.id}` }, plan.name), state(plan.state),
      plan.mode === 'rehearsal' && el('span', { class: 'soft' }, 'rehearsal'),
      el('span', { class: 'facts' }, `${plan.blue} → ${plan.green}`),
      plan.change && el('span', { class: 'facts' }, plan.change),
      el('span', { class: 'facts push' },
        `${plan.totals.completed} of ${plan.totals.migrations} completed · ${number(plan.entities)} entities · ${when(plan.submittedAt)}`,
        plan.submittedBy ? ` by ${plan.submittedBy}` : '')),
    plan.warnings.length > 0 && el('div', { class: 'warning' }, el('h3', {}, 'Not carried out'),
      el('ul', {}, plan.warnings.map(w => el('li', {}, el('code', {}, w.field), ` ${w.reason}`)))),
    el('section', {}, el('h3', {}, 'Gates'), gates(plan, act)),
    el('section', {}, el('h3', {}, 'Migrations'), migrations(plan.migrations)),
    plan.cutovers.map(cutover => cutoverView(plan, cutover, act)));
}

function gates(plan, act) {
  if (plan.gates.length === 0) return el('p', { class: 'soft' }, 'None has opened yet.');
  return el('div', { class: 'gates' }, plan.gates.map(gate => gateView(plan, gate, act)));
}

function gateView(plan, gate, act) {
  const open = gate.status === 'open';
  const name = gate.step ? `${gate.gate} ${gate.step}` : gate.gate;
  const say = decision => act.decide(plan, gate, decision);
  return el('div', { class: open ? 'gate open' : 'gate', 'data-key': `${gate.subjectId}${name}` },
    el('strong', {}, name), gate.subject !== '_estate' && el('span', { class: 'soft' }, gate.subject), state(gate.status),
    !open && el('span', { class: 'soft' }, [gate.by && `by ${gate.by}`, gate.why, gate.decidedAt && clock(gate.decidedAt)].filter(Boolean).join(' · ')),
    open && gate.approvers > 0 && el('span', { class: 'soft' },
      `${gate.approvals.length} of ${gate.approvers} agreed${gate.approvals.length ? `: ${gate.approvals.map(a => a.by).join(', ')}` : ''}`),
    open && gate.approvers > 0 && el('span', { class: 'buttons push' },
      el('button', { class: 'go', type: 'button', onclick: () => say('go'), 'aria-label': `Go at the gate ${name} of ${plan.name}` }, 'Go'),
      el('button', { class: 'quiet', type: 'button', onclick: () => say('no-go'), 'aria-label': `No-go at the gate ${name} of ${plan.name}` }, 'No-go')),
    open && el('dl', {}, Object.entries(gate.evidence).map(([fact, value]) =>
      el('div', {}, el('dt', {}, fact), el('dd', {}, value))),
      el('div', {}, el('dt', {}, 'evidence'), el('dd', {}, el('code', {}, gate.evidenceHash.slice(0, 12))))));
}

function migrations(list) {
  const heads = ['workspace', 'state', 'dump', 'sync', 'verify'];
  return el('div', { class: 'scroll' }, el('table', {},
    el('thead', {}, el('tr', {}, heads.map(head => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, list.map(migrationRow))));
}

function migrationRow(m) {
  return el('tr', { 'data-key': m.id },
    el('th', { scope: 'row' }, m.workspace),
    el('td', {}, state(m.state), m.end?.reason && el('span', { class: 'why' }, m.end.field ? `${m.end.field}: ` : '', m.end.reason), bar(m)),
    el('td', {}, m.entities === null ? '–' : `${number(m.entities)} `, el('small', {}, seconds(m.dumpMillis))),
    el('td', {}, changes(m), el('small', {}, m.changes ? seconds(m.syncMillis) : ''),
      m.attention.map(a => el('small', { class: 'why' }, `${a.names.length} ${a.entityType}: ${a.reason}`))),
    el('td', {}, verification(m), el('small', {}, m.verification ? seconds(m.verifyMillis) : '')));
}

function bar(m) {
  const p = m.progress;
  if (m.ended || !p || p.phase !== m.state || !p.total) return null;
  return el('span', { class: 'soft' }, ' ',
    el('progress', { max: p.total, value: p.done, 'aria-label': `${m.workspace} ${p.phase}` }), ` ${number(p.done)} / ${number(p.total)}`);
}

function changes(m) {
  if (!m.changes) return '–';
  const parts = ['created', 'updated', 'deleted', 'unchanged'].filter(k => m.changes[k] > 0).map(k => `${number(m.changes[k])} ${k}`);
  return `${parts.join(', ') || 'nothing to do'} `;
}

function verification(m) {
  const v = m.verification;
  if (!v) return '–';
  return `${number(v.parity.differing)} differ · ${v.routes.exercised}/${v.routes.total} routes · ${v.logins.proven} logins `;
}

function cutoverView(plan, c, act) {
  const weight = Number(c.weight);
  return el('section', { class: 'cutover', 'data-key': c.id, 'aria-labelledby': `cutover-${c.id}` },
    el('header', {},
      el('h4', { id: `cutover-${c.id}` }, `Cutover ${c.name}`), state(c.state),
      el('span', { class: 'soft' }, [c.step && !c.ended ? `step ${c.step} of ${c.steps.length}` : '', c.why, c.router].filter(Boolean).join(' · ')),
      !c.ended && el('span', { class: 'buttons push' },
        c.state === 'shifting' && el('button', { class: 'quiet', type: 'button', onclick: () => act.command(plan, c, 'pause') }, 'Pause'),
        c.state === 'holding' && el('button', { class: 'quiet', type: 'button', onclick: () => act.command(plan, c, 'resume') }, 'Resume'),
        el('button', { class: 'back', type: 'button', onclick: () => act.rollback(plan, c) }, 'Roll back'))),
    weightBar(c, weight),
    el('div', { class: 'scale' },
      el('span', {}, el('b', {}, `${number(weight)} %`), ' on green'),
      el('span', {}, el('b', { class: 'blue' }, `${number(Math.round((100 - weight) * 100) / 100)} %`), ' on blue')),
    c.evidence && evidence(c), c.rollback && rollback(c));
}

function weightBar(c, weight) {
  return svg('svg', { class: 'weight', viewBox: '0 0 1000 30', preserveAspectRatio: 'none', role: 'img', 'aria-label': `${weight} per cent of the clients are on green` },
    svg('rect', { class: 'b', x: 0, y: 0, width: 1000, height: 30 }),
    svg('rect', { class: 'g', x: 0, y: 0, width: weight * 10, height: 30 }),
    c.steps.filter(s => s.weight < 100).map(s => svg('line', { class: 'mark', x1: s.weight * 10, x2: s.weight * 10, y1: 0, y2: 30 })));
}

function evidence(c) {
  const e = c.evidence;
  const row = (name, css, seen) => el('tr', {},
    el('th', { scope: 'row' }, el('span', { class: `dot ${css}` }, name)),
    el('td', { class: 'n' }, number(seen.requests)), el('td', { class: 'n' }, number(seen.errors)),
    el('td', { class: 'n' }, percent(seen.errorRate, seen.requests)),
    el('td', { class: 'n' }, millis(seen.latencyP50)), el('td', { class: 'n' }, millis(seen.latencyP99)));
  return el('div', { class: 'scroll' }, el('table', {},
    el('caption', { class: 'hidden' }, `Evidence of both colours for ${c.name}`),
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'evidence'),
      ['requests', 'errors', 'error rate', 'p50', 'p99'].map(h => el('th', { scope: 'col', class: 'n' }, h)))),
    el('tbody', {}, row('green', '', e.green), row('blue', 'blue', e.blue))),
    el('p', { class: 'soft' }, state(e.verdict), ` ${e.reason} · ${number(e.green.requests)} of ${number(e.needed)} requests needed`));
}

function rollback(c) {
  const r = c.rollback;
  return el('div', { class: 'rollback' },
    el('strong', {}, r.rolledBackAt ? 'Back on blue' : 'Going back to blue'),
    el('span', {}, `${r.reason} · asked by ${r.requestedBy}`),
    r.causeToReadBackMillis !== null && el('span', { class: 'soft' },
      `${r.causeToReadBackMillis} ms from the cause until every router read back 0 %: ${r.routers.map(o => `${o.router} ${clock(o.readBackAt)}`).join(', ')}`));
}

export function event(e) {
  const weight = e.topic === 'canary-advanced' ? `${e.body.to} %` : '';
  const said = [e.subject, e.body.phase, e.body.gate, e.body.status, weight, e.body.outcome, e.body.reason, e.body.why];
  return el('li', {}, el('time', { datetime: e.time }, clock(e.time)), el('span', { class: 'topic' }, e.topic),
    el('span', { class: 'about' }, said.filter(word => word && typeof word === 'string').join(' · ')));
}
