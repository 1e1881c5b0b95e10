/** A variable that switches the login of a service off, by its name and value. */
export interface LoginSetting {
  readonly name: RegExp;
  readonly value: RegExp;
  readonly does: string;
  readonly severity?: 'info';
}

const ON = /^(?:true|1|yes|on)$/iu;
const OFF = /^(?:false|0|no|off|none|disabled?)$/iu;
const EMPTY = /^$/u;

/** Switches that leave a service without a login. */
export const LOGIN_OFF: readonly LoginSetting[] = [
  {
    name: /^(?:JUPYTER|NOTEBOOK|JUPYTERLAB|NB)_(?:TOKEN|PASSWORD)$/u,
    value: EMPTY,
    does: 'starts a notebook server without a token',
  },
  {
    name: /^AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED$/u,
    value: ON,
    does: 'lets everybody who reaches Weaviate read and change what is stored',
  },
  {
    name: /^(?:CHROMA_)?ALLOW_RESET$/u,
    value: ON,
    does: 'lets a single request delete everything in Chroma',
  },
  {
    name: /^POSTGRES_HOST_AUTH_METHOD$/u,
    value: /^trust$/iu,
    does: 'lets everybody into the database without a password',
  },
  {
    name: /^(?:ALLOW_EMPTY_PASSWORD|MYSQL_ALLOW_EMPTY_PASSWORD|MARIADB_ALLOW_EMPTY_ROOT_PASSWORD|ALLOW_ANONYMOUS_LOGIN|ALLOW_PLAINTEXT_LISTENER)$/u,
    value: ON,
    does: 'lets everybody in without a password',
  },
  {
    name: /^(?:xpack\.security\.enabled|ELASTIC_SECURITY|XPACK_SECURITY_ENABLED)$/u,
    value: OFF,
    does: 'leaves Elasticsearch without a login',
  },
  {
    name: /^(?:DISABLE_SECURITY_PLUGIN|plugins\.security\.disabled|DISABLE_SECURITY_DASHBOARDS_PLUGIN)$/u,
    value: ON,
    does: 'leaves OpenSearch without a login',
  },
  { name: /^NEO4J_AUTH$/u, value: OFF, does: 'leaves Neo4j without a password' },
  { name: /^WEBUI_AUTH$/u, value: OFF, does: 'lets everybody into Open WebUI as its administrator' },
  {
    name: /^LANGFLOW_AUTO_LOGIN$/u,
    value: ON,
    does: 'lets everybody into Langflow, where flows run code, as its administrator',
  },
  { name: /^LANGFLOW_SKIP_AUTH_AUTO_LOGIN$/u, value: ON, does: 'lets everybody use Langflow without a key' },
  {
    name: /^N8N_(?:USER_MANAGEMENT_DISABLED|BASIC_AUTH_ACTIVE_DISABLED)$/u,
    value: ON,
    does: 'leaves n8n without a login',
  },
  {
    name: /^TS_DISABLE_TOKEN_AUTHORIZATION$/u,
    value: ON,
    does: 'lets everybody load models into TorchServe',
  },
  {
    name: /^TS_ENABLE_MODEL_API$/u,
    value: ON,
    does: 'lets callers load models into TorchServe',
    severity: 'info',
  },
  {
    name: /^(?:GF_AUTH_ANONYMOUS_ENABLED)$/u,
    value: ON,
    does: 'shows the dashboards to everybody',
    severity: 'info',
  },
  {
    name: /^AIRFLOW__(?:API__AUTH_BACKENDS?|API__AUTH_BACKEND)$/u,
    value: /(?:^|\.)(?:default|basic_auth_open|anonymous)$/u,
    does: 'lets everybody start pipelines through the interface of Airflow',
  },
  {
    name: /^AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS$/u,
    value: ON,
    does: 'makes everybody an administrator of Airflow',
  },
  {
    name: /^(?:DISABLE_AUTH(?:ENTICATION)?|AUTH_DISABLED|NO_AUTH|SKIP_AUTH|DANGEROUSLY_OMIT_AUTH)$/u,
    value: ON,
    does: 'switches the login off',
  },
  {
    name: /^(?:ENABLE_AUTH(?:ENTICATION)?|AUTH_ENABLED|REQUIRE_AUTH|PHOENIX_ENABLE_AUTH)$/u,
    value: OFF,
    does: 'switches the login off',
    severity: 'info',
  },
  {
    name: /^OLLAMA_HOST$/u,
    value: /^(?:https?:\/\/)?(?:0\.0\.0\.0|\[::\]|::)(?::\d+)?$/u,
    does: 'opens Ollama, which asks nobody for a key, to every interface',
    // Other containers need it so; what counts is whether the port is published.
    severity: 'info',
  },
  { name: /^OLLAMA_ORIGINS$/u, value: /^\*$/u, does: 'lets every web page use Ollama' },
  {
    name: /^RAY_DASHBOARD_HOST$/u,
    value: /^0\.0\.0\.0$/u,
    does: 'opens the Ray dashboard, through which anybody can submit jobs, to every interface',
  },
];

/** Passwords that come with a service, by the variable that sets them. */
export const PASSWORD_NAME =
  /^(?:[A-Z0-9]+_)*(?:MINIO_(?:ROOT|ACCESS|SECRET)_?(?:PASSWORD|KEY)|(?:POSTGRES|PG|POSTGRESQL|MYSQL(?:_ROOT)?|MARIADB(?:_ROOT)?|MONGO_INITDB_ROOT|MONGODB_ROOT|REDIS|NEO4J|RABBITMQ_DEFAULT|GF_SECURITY_ADMIN|GRAFANA_ADMIN|ELASTIC|OPENSEARCH_INITIAL_ADMIN|CLICKHOUSE|LANGFLOW_SUPERUSER|_?AIRFLOW_(?:WWW_USER|ADMIN)|DB|DATABASE|LABEL_STUDIO|FLOWISE|MLFLOW_TRACKING|JUPYTER|ADMIN|NEXTAUTH|KEYCLOAK_ADMIN|PGADMIN_DEFAULT|N8N_BASIC_AUTH|SUPERUSER)_?(?:PASSWORD|PASS|PWD|TOKEN|SECRET))$/u;

export const DEFAULT_PASSWORD =
  /^(?:minioadmin|minio123|minio|postgres(?:ql)?|password1?2?3?|passw0rd|admin(?:istrator)?(?:123)?|root|toor|guest|changeme|change_me|changeit|secret|mysecretpassword|example|test(?:123)?|default|123456(?:78)?9?0?|12345|1234|qwerty|letmein|airflow|langflow|langfuse|mlflow|neo4j(?:\/password)?|neo4j\/neo4j|redis|mongo|mongodb|mysql|elastic|grafana|rabbitmq|jupyter|token|user|pass|mypassword|your[-_]?password|dify(?:ai)?(?:123456)?|difyai123456|clickhouse|n8n|flowise|label-?studio|keycloak|milvus|weaviate|qdrant|superset)$/iu;
