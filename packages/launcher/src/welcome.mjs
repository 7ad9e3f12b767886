const demoPassword = 'cartwheel-demo';
const centers = ['koramangala', 'indiranagar', 'whitefield'];

/**
 * What stands at the terminal once everything answers.
 * @param {{ address: string, demo: boolean, hasMailbox: boolean }} started
 */
export function welcome({ address, demo, hasMailbox }) {
  const lines = ['', `Cartwheel is ready at ${address}`, '', ...(demo ? demoLogins() : firstSteps(address)), ''];
  if (hasMailbox) lines.push(`What it mails is at ${address}/dev/mail`);
  return [...lines, 'Ctrl C stops it.', ''].join('\n');
}

function demoLogins() {
  const staff = centers.map((center) => {
    const logins = ['admin', 'desk', 'trainer'].map((role) => `${role}@${center}.sunrise.example`);
    return `  ${logins.join('   ')}`;
  });
  return [`Demo logins, all with the password ${demoPassword}`, '  hq@sunrise.example', ...staff, '  hq@bay.example'];
}

/** @param {string} address */
const firstSteps = (address) => [`There is no data yet: open ${address}/signup to make your organization.`];
