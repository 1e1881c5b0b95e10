/** What the page of a model file and the inspection have in common; the page knows the protocol alone. */
export { sizeText } from '../../report/size-text';
export { OPCODES_PER_PAGE } from '../../report/model/view/model-view';
