/* global module */
/** Stands in for `semver`'s parser where the language client asks for it: see satisfies.cjs. */
module.exports = (version) => ({ version, prerelease: [] });
