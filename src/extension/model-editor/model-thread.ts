/** Told to a thread that is to inspect model files for the editor: the same script is also loaded into others. */
export const MODEL_THREAD = 'mlsecops-models';
