/** Folder names that programs give to their own output; `results/run1` is a path, not `owner/name`. */
const FOLDERS = new Set(
  (
    'artifact artifacts asset assets build cache checkpoint checkpoints ckpt ckpts data dataset datasets dir dist exp ' +
    'experiment experiments export exported finetuned fine-tuned finetuned_model fixtures folder local log logs lora ' +
    'merged_model model model_dir models my_model my-model out output output_dir outputs path pretrained ' +
    'pretrained_model pretrained_models result results run runs save saved saved_model saved_models save_dir src temp test ' +
    'tests tmp trained trained_model training weights work_dir work_dirs workspace'
  ).split(' '),
);

/** What documentation writes where readers put a name of their own. */
const BLANK = /^(?:your|my)[-_](?:\w+[-_])?(?:org|organization|user|username|name|namespace)$/i;

const FILE =
  /\.(?:bin|ckpt|gguf|h5|hdf5|json|jsonl|keras|model|nemo|onnx|parquet|csv|tsv|txt|pb|pkl|pickle|pt|pth|safetensors|tar|gz|tgz|tflite|zip|py|yaml|yml)$/i;

const CHECKPOINT = /^(?:checkpoint|ckpt|epoch|step|global_step)[-_]?\d*$/i;

/** Whether a text is written the way paths in the file system are: `./x`, `/x`, `~/x`, `C:\x`, `x/`, `model.pt`. */
export function isWrittenAsPath(text: string): boolean {
  return (
    /^(?:\.{1,2}(?:[/\\]|$)|[/~\\]|[A-Za-z]:[/\\])/.test(text) || /[/\\]$|\\/.test(text) || FILE.test(text)
  );
}

/** Whether `first/second` reads like a folder of one's own, or holds a blank to fill in, rather than a repository. */
export function looksLikeOwnFolder(owner: string, name: string): boolean {
  return (
    FOLDERS.has(owner.toLowerCase()) ||
    BLANK.test(owner) ||
    CHECKPOINT.test(name) ||
    /[<>{}$%\s]/.test(owner + name)
  );
}
