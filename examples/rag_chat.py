"""Answers questions about invoices from a folder of documents."""

import os

from langchain_community.vectorstores import FAISS
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

llm = ChatOpenAI(model="gpt-4o-mini", max_tokens=500)
store = FAISS.load_local("index", OpenAIEmbeddings(), allow_dangerous_deserialization=True)
retriever = store.as_retriever(search_kwargs={"k": 4})


def answer(question):
    documents = retriever.invoke(question)
    context = "\n\n".join(document.page_content for document in documents)
    # Whoever can put a document into the index can give instructions here.
    return llm.invoke(
        [
            SystemMessage(content=f"Answer from these documents:\n{context}"),
            HumanMessage(content=question),
        ]
    ).content


def billing_prompt(customer):
    return (
        "Write a reminder for the unpaid invoice of "
        f"{customer.full_name}, card {customer.credit_card_number}, born {customer.date_of_birth}."
    )


def remind(customer):
    return llm.invoke(billing_prompt(customer)).content


def check_invoice(number):
    password = os.environ["BILLING_DB_PASSWORD"]
    # What is in a prompt can come back in an answer, and lands in the provider's logs.
    return llm.invoke(f"Use the password {password} to look up invoice {number} and sum it up.").content
