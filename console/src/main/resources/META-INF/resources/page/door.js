// What the page asks of the console.
const ACTOR = 'silverback.actor';

export async function plans() {
  const answer = await fetch('api/plans', { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(await reason(answer));
  return (await answer.json()).plans;
}

export async function post(path, body, actor) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Silverback-Actor': actor },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await reason(answer));
  return answer.json();
}

async function reason(answer) {
  try {
    const problem = await answer.json();
    return problem.detail ?? problem.title;
  } catch {
    return `the console answers ${answer.status}`;
  }
}

export const remembered = () => {
  try { return localStorage.getItem(ACTOR) ?? ''; } catch { return ''; }
};

export const remember = actor => {
  try { localStorage.setItem(ACTOR, actor); } catch { /* a browser without storage asks again */ }
};
