"""Serves predictions and explains them in words."""

import os

import joblib
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from openai import OpenAI
from pydantic import BaseModel

app = FastAPI()
client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
model = joblib.load(os.environ["MODEL_PATH"])


class Customer(BaseModel):
    tenure: int
    monthly_charges: float


@app.post("/predict")
def predict(customer: Customer):
    score = model.predict_proba([[customer.tenure, customer.monthly_charges]])[0][1]
    return {"churn": float(score)}


@app.get("/explain", response_class=HTMLResponse)
def explain(tone: str, question: str):
    # `tone` comes from the address bar and becomes part of the instructions.
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=300,
        messages=[
            {"role": "system", "content": f"You explain churn scores. Use a {tone} tone."},
            {"role": "user", "content": question},
        ],
    )
    return HTMLResponse(answer.choices[0].message.content)


@app.get("/translate")
def translate(text: str):
    # Outside text in the user role is what the role is for.
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        max_tokens=300,
        messages=[
            {"role": "system", "content": "Translate what the user sends into French."},
            {"role": "user", "content": text},
        ],
    )
    return {"translation": answer.choices[0].message.content}
