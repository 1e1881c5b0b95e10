import type { Rule } from '../rule';
import { riskyCallListeners } from '../rule-support/risky-call';

export const rule: Rule = {
  id: 'agent-loop-unbounded',
  title: 'Agent without a limit of steps',
  stages: ['llm-develop-experiment', 'llm-operate'],
  risks: ['owasp-llm-2026:LLM06', 'owasp-llm-2025:LLM10', 'owasp-agentic-2026:ASI08', 'owasp-llm-2026:LLM03'],
  cwe: ['CWE-400', 'CWE-770'],
  atlas: ['AML.T0034.002', 'AML.T0029'],
  controls: ['C39', 'C34'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['agents', 'limits', 'cost'],
  languages: ['python', 'javascript', 'typescript'],
  what: 'Finds agents whose limit of steps, turns or calls is switched off (`max_iterations=None`, `max_turns=None`, `request_limit=None`, `max_llm_calls=0`), is so high that it limits nothing (more than 500), or that a library leaves open: a team of AutoGen without a termination condition.',
  why: 'An agent that gets stuck, or that a hostile text keeps busy, calls the model and its tools until the budget is spent, and repeats what its tools do each time.',
  fix: 'Keep the default of the library, or set a limit that the longest honest task needs with some room. Add a limit of time or of tokens, and report a run that reaches it.',
  references: [
    {
      title: 'OWASP Top 10 for LLM Applications: unbounded consumption',
      url: 'https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/',
    },
    {
      title: 'LangGraph: recursion limit',
      url: 'https://langchain-ai.github.io/langgraph/how-tos/recursion-limit/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'LangChain, limit switched off',
        code: 'from langchain.agents import AgentExecutor\n\nexecutor = AgentExecutor(agent=agent, tools=tools, max_iterations=None)\n',
      },
      {
        title: 'LangChain, through a constant',
        code: 'from langchain.agents import initialize_agent\n\nLIMIT = None\nagent = initialize_agent(tools, llm, max_iterations=LIMIT)\n',
      },
      {
        title: 'OpenAI Agents SDK',
        code: 'from agents import Agent, Runner\n\nasync def go(agent, text):\n    return await Runner.run(agent, text, max_turns=100000)\n',
      },
      {
        title: 'LangGraph',
        code: 'from langgraph.graph import StateGraph\n\ngraph = StateGraph(dict).compile()\ngraph.invoke({"messages": []}, {"recursion_limit": 10000})\n',
      },
      {
        title: 'prebuilt agent of LangGraph',
        code: 'from langgraph.prebuilt import create_react_agent\n\nagent = create_react_agent(llm, tools)\nagent.invoke(state, config={"configurable": {"thread_id": "1"}, "recursion_limit": 1_000_000})\n',
      },
      {
        title: 'team of AutoGen',
        code: 'from autogen_agentchat.teams import RoundRobinGroupChat\n\nteam = RoundRobinGroupChat([writer, critic])\n',
      },
      {
        title: 'Pydantic AI',
        code: 'from pydantic_ai.usage import UsageLimits\n\nlimits = UsageLimits(request_limit=None)\n',
      },
      {
        title: 'Google ADK',
        code: 'from google.adk.agents.run_config import RunConfig\n\nconfig = RunConfig(max_llm_calls=0)\n',
      },
      {
        title: 'CrewAI',
        code: 'from crewai import Agent\n\nagent = Agent(role="r", goal="g", backstory="b", max_iter=10_000)\n',
      },
      {
        title: 'loop of Google ADK',
        code: 'from google.adk.agents import LoopAgent\n\nloop = LoopAgent(name="refine", sub_agents=[writer, critic])\n',
      },
    ],
    good: [
      {
        title: 'LangChain, default and a limit',
        code: 'from langchain.agents import AgentExecutor\n\na = AgentExecutor(agent=agent, tools=tools)\nb = AgentExecutor(agent=agent, tools=tools, max_iterations=8, max_execution_time=60)\n',
      },
      {
        title: 'limit from a parameter',
        code: 'from langchain.agents import AgentExecutor\n\ndef build(agent, tools, limit):\n    return AgentExecutor(agent=agent, tools=tools, max_iterations=limit)\n',
      },
      {
        title: 'OpenAI Agents SDK',
        code: 'from agents import Runner\n\nasync def go(agent, text):\n    await Runner.run(agent, text)\n    await Runner.run(agent, text, max_turns=20)\n',
      },
      {
        title: 'LangGraph',
        code: 'from langgraph.graph import StateGraph\n\ngraph = StateGraph(dict).compile()\ngraph.invoke({"messages": []}, {"recursion_limit": 50})\n',
      },
      {
        title: 'team of AutoGen with an end',
        code: 'from autogen_agentchat.conditions import MaxMessageTermination\nfrom autogen_agentchat.teams import RoundRobinGroupChat\n\na = RoundRobinGroupChat([writer, critic], termination_condition=MaxMessageTermination(10))\nb = RoundRobinGroupChat([writer, critic], max_turns=6)\n',
      },
      {
        title: 'Pydantic AI and Google ADK',
        code: 'from google.adk.agents import LoopAgent\nfrom google.adk.agents.run_config import RunConfig\nfrom pydantic_ai.usage import UsageLimits\n\nlimits = UsageLimits(request_limit=10)\nother = UsageLimits(request_limit=None, total_tokens_limit=5000)\nconfig = RunConfig(max_llm_calls=50)\nloop = LoopAgent(name="refine", sub_agents=[writer], max_iterations=3)\n',
      },
    ],
  },
  needs: ['risky-call:agent-loop-unbounded'],
  on: riskyCallListeners({
    topics: ['agent-loop-unbounded'],
    advice:
      'A task that goes astray then costs without an end; set a limit that the longest honest task needs.',
    weigh: (_, api) => (api.call.includes('LoopAgent') ? { confidence: 'probable' } : {}),
  }),
};
