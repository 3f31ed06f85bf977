package deskhand.triage.model;

import deskhand.triage.DraftWriter;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The language model of the settings, or none.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {
  private static final int MOST_TOKENS = 800;

  @Bean
  DraftWriter draftWriter(ModelSettings settings, Clock clock) {
    return writer(settings, clock);
  }

  static DraftWriter writer(ModelSettings settings, Clock clock) {
    return switch (settings.provider()) {
      case NONE -> new NoDraftWriter();
      case OPENAI -> new ChatDraftWriter(openAi(settings), settings, clock);
      case ANTHROPIC -> new ChatDraftWriter(anthropic(settings), settings, clock);
      case OLLAMA -> new ChatDraftWriter(ollama(settings), settings, clock);
    };
  }

  private static ChatModel openAi(ModelSettings settings) {
    return OpenAiChatModel.builder()
        .baseUrl(settings.address())
        .apiKey(settings.key().isEmpty() ? "none" : settings.key())
        .modelName(settings.name())
        .temperature(0.0)
        .maxTokens(MOST_TOKENS)
        .timeout(settings.limits().time())
        .maxRetries(0)
        .build();
  }

  private static ChatModel anthropic(ModelSettings settings) {
    return AnthropicChatModel.builder()
        .baseUrl(settings.address())
        .apiKey(settings.key().isEmpty() ? "none" : settings.key())
        .modelName(settings.name())
        .temperature(0.0)
        .maxTokens(MOST_TOKENS)
        .timeout(settings.limits().time())
        .maxRetries(0)
        .build();
  }

  private static ChatModel ollama(ModelSettings settings) {
    return OllamaChatModel.builder()
        .baseUrl(settings.address())
        .modelName(settings.name())
        .temperature(0.0)
        .numPredict(MOST_TOKENS)
        .timeout(settings.limits().time())
        .maxRetries(0)
        .build();
  }
}
