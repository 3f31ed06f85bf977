package deskhand.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;

/// How attributes of a session stand in the database: serialized; what a new release cannot read
/// any more is dropped, and the person signs in again.
@Configuration(proxyBeanMethods = false)
class Sessions {
  /// What a session may hold: who is signed in, where they wanted to go, and what the next page
  /// tells them.
  private static final String KNOWN =
      "org.springframework.security.**;org.springframework.web.servlet.FlashMap;"
          + "org.springframework.util.**;java.lang.**;java.util.**;java.time.**;"
          + "jakarta.servlet.http.Cookie;maxbytes=200000;maxdepth=30;!*";

  @Bean
  ConversionService springSessionConversionService() {
    GenericConversionService service = new GenericConversionService();
    service.addConverter(Object.class, byte[].class, Sessions::write);
    service.addConverter(byte[].class, Object.class, new Reading());
    return service;
  }

  /// Answers nothing for what cannot be read.
  private static final class Reading implements Converter<byte[], @Nullable Object> {
    @Override
    public @Nullable Object convert(byte[] bytes) {
      return read(bytes);
    }
  }

  private static byte[] write(Object attribute) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(attribute);
    } catch (IOException broken) {
      throw new UncheckedIOException("a session's attribute cannot be kept", broken);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("BanSerializableRead") // our own bytes, and only these classes
  private static @Nullable Object read(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(KNOWN));
      return in.readObject();
    } catch (IOException | ClassNotFoundException unknown) {
      return null;
    }
  }
}
