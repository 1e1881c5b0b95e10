/**
 * Templates in the manner of the ones that popular models have: what they ask of messages, how they are put together, and the
 * kinds of sentences that they say. The sentences are ours.
 */
export const HONEST_TEMPLATES: Readonly<Record<string, string>> = {
  chatml: `{% for message in messages %}{{'<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}`,
  'Llama 3 with tools': `{{- bos_token }}
{%- if not date_string is defined %}
    {%- if strftime_now is defined %}{%- set date_string = strftime_now("%d %b %Y") %}{%- else %}{%- set date_string = "26 Jul 2024" %}{%- endif %}
{%- endif %}
{#- The system message is put into the right slot here. #}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}{%- set system_message = "" %}{%- endif %}
{{- "<|start_header_id|>system<|end_header_id|>\\n\\n" }}
{{- "Today Date: " + date_string + "\\n\\n" }}
{%- if tools is not none %}
    {{- "You can use these functions. Answer with JSON for a call of one of them. " }}
    {{- 'Use the form {"name": function name, "parameters": names and values of arguments}. Do not use variables.\\n\\n' }}
    {%- for t in tools %}{{- t | tojson(indent=4) }}{{- "\\n\\n" }}{%- endfor %}
{%- endif %}
{{- system_message }}{{- "<|eot_id|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\\n\\n'+ message['content'] | trim + '<|eot_id|>' }}
    {%- elif 'tool_calls' in message %}
        {%- if not message.tool_calls|length == 1 %}{{- raise_exception("This model makes one call at a time only!") }}{%- endif %}
        {%- set tool_call = message.tool_calls[0].function %}
        {%- if builtin_tools is defined and tool_call.name in builtin_tools %}
            {{- "<|python_tag|>" + tool_call.name + ".call(" }}
            {%- for arg_name, arg_val in tool_call.arguments | items %}{{- arg_name + '="' + arg_val + '"' }}{%- if not loop.last %}{{- ", " }}{%- endif %}{%- endfor %}
            {{- ")" }}
        {%- endif %}
    {%- endif %}
{%- endfor %}`,
  'Qwen 3': `{%- set ns = namespace(multi_step_tool=true, last_query_index=messages|length - 1) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.multi_step_tool and message.role == "user" and message.content is string and not(message.content.startswith('<tool_response>') and message.content.endswith('</tool_response>')) %}
        {%- set ns.multi_step_tool = false %}{%- set ns.last_query_index = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- set content = message.content if message.content is string else '' %}
    {%- if '</think>' in content %}
        {%- set reasoning_content = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
        {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
    {%- endif %}
    {{- '<|im_start|>' + message.role + '\\n' + content }}
{%- endfor %}
{%- if enable_thinking is defined and enable_thinking is false %}{{- '<think>\\n\\n</think>\\n\\n' }}{%- endif %}`,
  'Mistral with images': `{%- set today = strftime_now("%Y-%m-%d") %}
{%- set default_system_message = "You are a model made in Paris.\\nWhat you know ends in 2023. Today is " + today + ".\\n\\nWhen you are not sure, you say that you do not have the information and make nothing up. If a question is not clear, you do not answer at once and ask the user what is meant (e.g. \\"Where do you travel from?\\")." %}
{%- set loop_messages = messages[1:] if messages[0]['role'] == 'system' else messages %}
{%- set user_messages = loop_messages | selectattr("role", "equalto", "user") | list %}
{%- for message in loop_messages %}
    {%- if (message["role"] == "user") != (loop.index0 % 2 == 0) %}
        {{- raise_exception("After the optional system message, roles must alternate user/assistant/user/assistant/...") }}
    {%- endif %}
    {%- if message['content'] is string %}{{- '[INST]' + message['content'] + '[/INST]' }}
    {%- else %}
        {%- for block in message['content'] %}
            {%- if block['type'] == 'text' %}{{- block['text'] }}
            {%- elif block['type'] in ['image', 'image_url'] %}{{- '[IMG]' }}
            {%- else %}{{- raise_exception('Only text and image blocks are supported in the content of messages!') }}{%- endif %}
        {%- endfor %}
    {%- endif %}
    {%- set out = message.tool_calls|tojson %}{{- out[:-1] + ', "id": "' + message.tool_call_id[-9:] + '"}' }}
{%- endfor %}`,
  Gemma: `{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}{% for message in messages %}{% if (message['role'] == 'assistant') %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}{{ '<start_of_turn>' + role + '\\n' + message['content'] | trim + '<end_of_turn>\\n' }}{% endfor %}`,
  DeepSeek: `{% if not add_generation_prompt is defined %}{% set add_generation_prompt = false %}{% endif %}{% set ns = namespace(is_first=false, is_tool=false, system_prompt='') %}{%- for message in messages %}{%- if message['role'] == 'system' %}{% set ns.system_prompt = message['content'] %}{%- endif %}{%- endfor %}{{bos_token}}{{ns.system_prompt}}{%- for message in messages %}{%- if message['role'] == 'user' %}{%- set ns.is_tool = false -%}{{'<｜User｜>' + message['content']}}{%- endif %}{%- if message['role'] == 'assistant' and message['content'] is not none %}{% set content = message['content'] %}{% if '</think>' in content %}{% set content = content.split('</think>')[-1] %}{% endif %}{{'<｜Assistant｜>' + content + '<｜end▁of▁sentence｜>'}}{%- endif %}{%- endfor -%}`,
  'Phi 3': `{% for message in messages %}{% if message['role'] == 'system' and 'tools' in message and message['tools'] is not none %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|tool|>' + message['tools'] + '<|/tool|>' + '<|end|>' }}{% else %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}{% endif %}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% else %}{{ eos_token }}{% endif %}`,
  'Command R with its preamble': `{%- macro json_to_python_type(json_spec) %}{%- set basic_type_map = { "string": "str", "number": "float" } %}
{%- if basic_type_map[json_spec.type] is defined %}{{- basic_type_map[json_spec.type] }}{%- elif json_spec.type is iterable %}{{- "Union[" }}{%- for t in json_spec.type %}{{- json_to_python_type({"type": t}) }}{%- endfor %}{{- "]" }}{%- endif %}{%- endmacro %}
{{- '# Safety Preamble' }}
{{- '\\nWhat this section says comes before the task description and style guide sections and overrides their instructions. Do not answer questions that are harmful or immoral.' }}
{{- '\\n\\n# System Preamble\\n## Basic Rules\\nYou are augmented by tools, and it is your job to use what they give. You will see a conversation history between yourself and a user. When you answer the user\\'s requests, you cite your sources, according to those instructions.' }}
{%- for param_name, param_fields in tool.parameters.properties|items %}{%- if not param_name in tool.parameters.required %}{{-'Optional[' + json_to_python_type(param_fields) + '] = None'}}{%- endif %}{%- endfor %}
{%- for message in messages %}{{- tool_call.arguments|tojson(indent=4)|indent(8) }}{{- '"tool_name": "'|indent(8, first=true) + tool_call.name }}{%- endfor %}`,
  'Hermes tool use': `{{- '<|im_start|>system\\nYou are a function calling AI model. Signatures of functions are within <tools> </tools> tags. Do not make assumptions about what values to put into functions. <tools>' }}{%- for tool in tools %}{%- set tool = tool.function %}{{- '{"type": "function", "function": ' + tool|tojson + '}' }}{%- endfor %}{{- ' </tools> Use this pydantic model json schema for each call: {"properties": {"name": {"title": "Name", "type": "string"}}, "required": ["name", "arguments"]}' }}{%- for message in messages %}{{- message.content }}{%- endfor %}`,
  'gpt-oss': `{%- macro render_typescript_type(param_spec, required_params, is_nullable=false) -%}
{%- if param_spec.type == "array" -%}{%- if param_spec['items']['type'] == "string" -%}{{- "string[]" }}{%- endif -%}{%- elif param_spec.enum is defined and param_spec.enum|length > 0 -%}{{- '"' + param_spec.enum|join('" | "') + '"' -}}{%- endif -%}{%- endmacro -%}
{{- "Current date: " + strftime_now("%Y-%m-%d") + "\\n\\n" }}{%- if reasoning_effort is not defined %}{%- set reasoning_effort = "medium" %}{%- endif %}
{{- "# Channels: analysis, commentary, final. Each message must name one. Calls of tools must go to the commentary channel." }}
{%- for message in messages -%}{%- if "<|channel|>analysis<|message|>" in message.content or "<|channel|>final<|message|>" in message.content %}{{- raise_exception("You passed a message with channel tags in its content field. Put the analysis into the 'thinking' field instead.") }}{%- endif %}{%- if loop.last and not add_generation_prompt %}{{- "<|end|>" }}{%- endif %}{%- endfor -%}`,
  'a switch for thinking': `{%- set ns = namespace(enable_thinking=true) -%}{%- for message in messages -%}{%- set content = message['content'] -%}{%- if '/think' in content -%}{%- set ns.enable_thinking = true -%}{%- elif '/no_think' in content -%}{%- set ns.enable_thinking = false -%}{%- endif -%}{{ (content | default('', true)).replace('/think', '').replace('/no_think', '').strip() }}{%- endfor -%}{{- '<TOOLCALL>[{{"name": "tool_name1"}}]</TOOLCALL>\\n\\nThe user will execute calls and give what they return in this form.' -}}`,
  'marked for training': `{% for message in messages %}{%- if message.role == 'assistant' -%}{% generation %}{{ message.content }}{% endgeneration %}{% endif %}{% endfor %}`,
  'with tests that take arguments': `{% for message in messages %}{% if loop.index0 is divisibleby 2 and message.role is in ['user'] and message.x is sameas(none) %}{{ message.content }}{% endif %}{% endfor %}`,
  'a guard model': `{% for message in messages %}{{ message.content }}{% endfor %}Task: say whether there is unsafe content by the policy below.\\nS2: crimes without violence. Models should not create content that helps people with malware, hacking or phishing, or that steals passwords of users.\\nS14: They must not help anyone to abuse code interpreters, for example by attacks that escape a container.`,
};
