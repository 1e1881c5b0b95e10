/**
 * Names on the Hugging Face hub that have no owner in front. Any other bare name may just as well be a folder, so only
 * these are taken for downloads.
 */
const OWNERLESS_MODELS = [
  /^albert-(?:base|large|xlarge|xxlarge)-v[12]$/,
  /^bert-(?:base|large)-[a-z-]+$/,
  /^camembert-base$/,
  /^ctrl$/,
  /^distilbert-base-[a-z0-9-]+$/,
  /^distil(?:gpt2|roberta-base)$/,
  /^gpt2(?:-medium|-large|-xl)?$/,
  /^openai-gpt$/,
  /^roberta-(?:base|large)(?:-mnli|-openai-detector)?$/,
  /^t5-(?:small|base|large|3b|11b)$/,
  /^transfo-xl-wt103$/,
  /^xlm-(?:clm|mlm)-[a-z0-9-]+$/,
  /^xlm-roberta-(?:base|large)[a-z0-9-]*$/,
  /^xlnet-(?:base|large)-cased$/,
];

/** Names that sentence-transformers looks up below its own organisation. */
const SENTENCE_TRANSFORMERS = [
  /^all-(?:MiniLM|mpnet|distilroberta|roberta)-[\w-]+$/i,
  /^(?:multi-qa|paraphrase|msmarco|gtr-t5|sentence-t5|nli|stsb|quora|facebook-dpr)-[\w-]+$/i,
  /^distiluse-base-[\w-]+$/,
  /^clip-ViT-[\w-]+$/,
  /^LaBSE$/,
];

/** Datasets without an owner that teaching material and papers use. */
const OWNERLESS_DATASETS = new Set(
  (
    'ag_news amazon_polarity anli arxiv_dataset beans boolq c4 cats_vs_dogs cifar10 cifar100 cnn_dailymail common_gen ' +
    'common_voice commonsense_qa conll2003 cosmos_qa dbpedia_14 eli5 emotion fashion_mnist financial_phrasebank ' +
    'food101 glue gsm8k hellaswag humaneval imdb librispeech_asr mbpp minds14 mnist mnli multi_nli multi_news natural_questions ' +
    'opus100 opus_books oscar paws piqa pubmed_qa quora race rotten_tomatoes samsum sick snli speech_commands squad ' +
    'squad_v2 sst2 super_glue swag tiny_shakespeare trec trivia_qa tweet_eval wiki40b wikiann wikipedia wikitext winogrande ' +
    'wmt14 wmt16 wmt19 xnli xsum yelp_polarity yelp_review_full'
  ).split(' '),
);

/** Metrics of the `evaluate` library: each is code that the hub serves. */
const METRICS = new Set(
  (
    'accuracy bertscore bleu bleurt brier_score cer charcut_mt chrf code_eval comet competition_math cuad exact_match f1 ' +
    'google_bleu indic_glue mae mape mauve mean_iou meteor mse nist_mt pearsonr perplexity poseval precision r_squared recall ' +
    'rl_reliability roc_auc rouge sacrebleu sari seqeval smape spearmanr squad_v2 super_glue ter trec_eval wer wiki_split xtreme_s'
  ).split(' '),
);

/** Whether a name without an owner is one that the hub is known to serve. */
export function isOwnerlessHubName(name: string, artifact: 'model' | 'dataset'): boolean {
  if (artifact === 'dataset') return OWNERLESS_DATASETS.has(name);
  return (
    METRICS.has(name) || [...OWNERLESS_MODELS, ...SENTENCE_TRANSFORMERS].some((pattern) => pattern.test(name))
  );
}
