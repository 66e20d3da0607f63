"""Services and programs that speak as OpenAI's interface does, with their usual addresses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelPreset:
    """Where a service is reached. `name` is its own and is not translated."""

    name: str
    url: str


LOCAL = (
    ModelPreset("Ollama", "http://localhost:11434/v1"),
    ModelPreset("LM Studio", "http://localhost:1234/v1"),
    ModelPreset("llama.cpp", "http://localhost:8080/v1"),
    ModelPreset("vLLM", "http://localhost:8000/v1"),
)
"""Programs that run a model on this computer, with the port that each takes where nobody says otherwise."""
REMOTE = (
    ModelPreset("OpenAI", "https://api.openai.com/v1"),
    ModelPreset("DeepSeek", "https://api.deepseek.com/v1"),
    ModelPreset("Qwen (DashScope)", "https://dashscope.aliyuncs.com/compatible-mode/v1"),
    ModelPreset("Kimi (Moonshot)", "https://api.moonshot.cn/v1"),
    ModelPreset("GLM (Zhipu)", "https://open.bigmodel.cn/api/paas/v4"),
    ModelPreset("SiliconFlow", "https://api.siliconflow.cn/v1"),
    ModelPreset("Gemini", "https://generativelanguage.googleapis.com/v1beta/openai"),
    ModelPreset("Mistral", "https://api.mistral.ai/v1"),
    ModelPreset("OpenRouter", "https://openrouter.ai/api/v1"),
)


def preset_name(url: str) -> str:
    """What is found at that address; empty if that is not known."""
    address = url.rstrip("/").replace("//127.0.0.1:", "//localhost:")
    return next((preset.name for preset in (*LOCAL, *REMOTE) if preset.url == address), "")
