package deskhand.triage.model;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `deskhand.triage.model`: which language model words the answers. None by default.
///
/// @param provider whose interface it speaks
/// @param address of the interface: with `/v1` at its end for OpenAI, the folder above `messages`
///   for Anthropic, the root for Ollama
/// @param name of the model
/// @param key a secret, never logged; empty where none is needed
/// @param limits what it may cost
@ConfigurationProperties("deskhand.triage.model")
record ModelSettings(
    @DefaultValue("NONE") Provider provider,
    @DefaultValue("") String address,
    @DefaultValue("") String name,
    @DefaultValue("") String key,
    @DefaultValue Limits limits) {
  ModelSettings {
    if (provider != Provider.NONE && (name.isBlank() || URI.create(address).getHost() == null)) {
      throw new IllegalArgumentException(
          "deskhand.triage.model needs an address and a name for " + provider);
    }
  }

  enum Provider {
    NONE,
    OPENAI,
    ANTHROPIC,
    OLLAMA
  }

  /// @param time for one draft; then the answer goes out in the program's own words
  /// @param perDay most drafts in 24 hours and one store
  /// @param stores that use it, by number; empty for all
  record Limits(
      @DefaultValue("8s") Duration time,
      @DefaultValue("1000") int perDay,
      @DefaultValue List<Long> stores) {
    Limits {
      stores = List.copyOf(stores);
    }
  }

  @Override
  public String toString() {
    return "ModelSettings[provider=" + provider + ", name=" + name + "]";
  }
}
