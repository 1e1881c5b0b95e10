/* global module */
/**
 * The language client checks that the editor is new enough, with 20 kB of parser that every start would read. `engines` in the
 * manifest asks for a much newer one, and no editor loads the extension otherwise.
 */
module.exports = () => true;
