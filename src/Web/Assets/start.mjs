// What the build calls. Written in old syntax on purpose: an old Node.js must get far enough to say that it is too old.
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error('assets: error : Node.js 20 or newer is needed, this is ' + process.versions.node + ': install it from https://nodejs.org and run the command again.');
  process.exitCode = 1;
} else {
  import('./build.mjs');
}
